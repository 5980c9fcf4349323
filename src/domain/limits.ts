/** The longest texts the API takes, in characters. */
export const limits = { description: 255, name: 100, url: 2048, sms: 240 } as const;
