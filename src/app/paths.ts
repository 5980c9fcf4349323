const query = (params: Record<string, string | number>) =>
  `?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))}`;

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
  widgetSmsMessage: (id: number | string, messageId: number | string) =>
    `/widgets/${id}/sms/edit${query({ message: messageId })}`,
  widgetVoice: (id: number | string) => `/widgets/${id}/voice`,
  widgetVoiceMessage: (id: number | string, messageId: number | string) =>
    `/widgets/${id}/voice/edit${query({ message: messageId })}`,
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
  /** What a manager opens: their own switches and hours. */
  me: () => '/me',
  people: () => '/people',
  invite: () => '/people/invite',
  person: (id: number | string) => `/people/${id}`,
  doNotCall: () => '/do-not-call',
  addDoNotCall: () => '/do-not-call/add',
  activity: () => '/activity',
  /** What somebody did. */
  activityOfPerson: (id: number | string) => `/activity${query({ person: id })}`,
  /** What was done to one thing, also to one that is gone. */
  activityOfWidget: (id: number) => `/activity${query({ widget: id })}`,
  activityOfManager: (widget: number, user: number) => `/activity${query({ widget, user })}`,
  activityOfUser: (id: number) => `/activity${query({ user: id })}`,
  widgetHistory: (id: number | string) => `/widgets/${id}/history`,
  managerHistory: (id: number | string, userId: number | string) => `/widgets/${id}/managers/${userId}/history`,
  account: () => '/account',
  /** Where a link of an invitation leads; its token stands after the `#`. */
  link: () => '/link',
};
