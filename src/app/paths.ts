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
  users: () => '/users',
  newUser: () => '/users/new',
  user: (id: number | string) => `/users/${id}`,
};
