/** Now, as epoch milliseconds: what every statement about the present is measured by. */
export const serverNow = () => Date.now();
