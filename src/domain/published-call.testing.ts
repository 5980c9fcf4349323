const empty = { data: [] };

/**
 * The one answer of CallPage's history that was ever published, by its shape: every key that it has, with values of our
 * own. What is nested and empty is `{ data: [] }`, `leadable_type` has a capital, `scheduled_success` is no null.
 */
export const publishedCall = {
  data: {
    id: 9041,
    to: '+48600700800',
    to_formatted: '+48 600 700 800',
    human_status: 'new',
    scheduled_at: null,
    scheduled_success: false,
    created_at: '2026-11-24 10:05:06',
    cancelled_at: null,
    leadable_id: 3,
    leadable_type: 'Widget',
    leadable_description: 'Corner shop',
    department: empty,
    request: empty,
    feedback: empty,
    call: empty,
    traceroutes: empty,
    referer: empty,
    extension: empty,
    call_request_fields: empty,
    tags: empty,
    notes: empty,
  },
  id: 9041,
};
