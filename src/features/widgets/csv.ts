import type { Widget } from '#src/api/wire/widgets.ts';
import { localeName } from '#src/domain/locales.ts';
import { managerName } from '#src/domain/manager-name.ts';

export const csvRow = (widget: Widget) => ({
  ID: widget.id,
  Description: widget.description,
  URL: widget.url,
  Locale: localeName(widget.locale_code),
  Enabled: widget.enabled ? 'yes' : 'no',
  Managers: widget.managers.map(managerName).join('; '),
  Installed: widget.installed_at ?? '',
  Calls: widget.call_requests_count,
});
