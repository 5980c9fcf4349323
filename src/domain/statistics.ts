interface Switchable {
  enabled: boolean;
}

export interface WidgetStatus {
  total_widgets: number;
  enabled_widgets: number;
  disabled_widgets: number;
}

export interface ManagerStatus {
  total_managers: number;
  enabled_managers: number;
  disabled_managers: number;
}

export interface SmsStatus {
  total_messages: number;
  enabled_messages: number;
  disabled_messages: number;
}

/** Widget status statistics over every page of `widgets/all`; the API has no endpoint for them. */
export function widgetStatus(widgets: readonly Switchable[]): WidgetStatus {
  const { total, enabled } = count(widgets);
  return { total_widgets: total, enabled_widgets: enabled, disabled_widgets: total - enabled };
}

/** Manager status statistics over one widget's `managers/all`. */
export function managerStatus(managers: readonly Switchable[]): ManagerStatus {
  const { total, enabled } = count(managers);
  return { total_managers: total, enabled_managers: enabled, disabled_managers: total - enabled };
}

/** SMS statistics over one widget's `sms/all`. */
export function smsStatus(messages: readonly Switchable[]): SmsStatus {
  const { total, enabled } = count(messages);
  return { total_messages: total, enabled_messages: enabled, disabled_messages: total - enabled };
}

function count(items: readonly Switchable[]) {
  return { total: items.length, enabled: items.filter((item) => item.enabled).length };
}
