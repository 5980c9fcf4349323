/** What a person's role in the console is called, and what it lets them do. CallPage's own roles are another thing. */
export const consoleRoleNames = { operator: 'Operator', support: 'Support', manager: 'Manager' } as const;

export const consoleRoleTexts = {
  operator: 'Everything, and who may use the console.',
  support: 'Reads widgets, managers, users and calls, and places callbacks.',
  manager: 'Own availability, hours and calls, nobody else’s.',
} as const satisfies Record<keyof typeof consoleRoleNames, string>;
