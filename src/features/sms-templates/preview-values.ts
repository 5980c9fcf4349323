import type { Widget } from '#src/api/wire/widgets.ts';
import type { Variable } from '#src/domain/template-variables.ts';
import { displayUrl } from '#src/domain/widget-url.ts';

/** What a message's variables would stand for, as far as the widget tells: its name and address, its first manager. */
export function previewValues(widget: Widget): Partial<Record<Variable, string>> {
  const manager = widget.managers.find(({ enabled, user }) => enabled && user)?.user ?? widget.managers[0]?.user;
  return {
    company_name: widget.company_sms_name || widget.description || displayUrl(widget.url),
    url: widget.url,
    ...(manager?.name && { name: manager.name }),
    ...(manager?.tel && { tel: manager.tel }),
  };
}
