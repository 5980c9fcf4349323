import type { Widget } from '#src/api/wire/widgets.ts';
import { localeName } from '#src/domain/locales.ts';
import { assignmentName } from '#src/domain/user-name.ts';

export const csvRow = (widget: Widget) => ({
  ID: widget.id,
  Description: widget.description,
  URL: widget.url,
  Locale: localeName(widget.locale_code),
  Enabled: widget.enabled ? 'yes' : 'no',
  Managers: widget.managers.map(assignmentName).join('; '),
  Installed: widget.installed_at ?? '',
  Calls: widget.call_requests_count,
});
