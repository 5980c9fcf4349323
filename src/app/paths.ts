const query = (params: Record<string, string | number>) =>
  `?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))}`;

/** One segment of a path; the pattern of a route (`:id`) stays as it is. */
const segment = (text: string | number) => (String(text).startsWith(':') ? String(text) : encodeURIComponent(text));

/** Every URL of the console. */
export const paths = {
  home: () => '/',
  widgets: () => '/widgets',
  newWidget: () => '/widgets/new',
  duplicateWidget: (id: number) => `/widgets/new${query({ from: id })}`,
  widget: (id: number | string) => `/widgets/${id}`,
  widgetEdit: (id: number | string) => `/widgets/${id}/edit`,
  widgetManagers: (id: number | string) => `/widgets/${id}/managers`,
  managerHours: (id: number | string, userId: number | string) => `/widgets/${id}/managers/${userId}`,
  managers: () => '/managers',
  widgetSms: (id: number | string) => `/widgets/${id}/sms`,
  widgetSmsMessage: (id: number | string, messageId: number | string) => `/widgets/${id}/sms/${segment(messageId)}`,
  widgetVoice: (id: number | string) => `/widgets/${id}/voice`,
  widgetVoiceMessage: (id: number | string, messageId: number | string) => `/widgets/${id}/voice/${segment(messageId)}`,
  sms: () => '/sms',
  voice: () => '/voice',
  users: () => '/users',
  newUser: () => '/users/new',
  user: (id: number | string) => `/users/${id}`,
  callbacks: () => '/callbacks',
  /** The callback form with the widget and the number filled in. Nothing is sent by the address. */
  callbackTo: (widgetId: number, tel: string | number = '') =>
    `/callbacks${query({ widget: widgetId, ...(tel && { tel }) })}`,
  calls: () => '/calls',
  call: (id: number | string) => `/calls/${id}`,
  callsOf: (tel: string | number) => `/calls${query({ q: tel })}`,
  statistics: () => '/statistics',
};
