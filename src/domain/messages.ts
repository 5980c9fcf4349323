const smsNames = new Map([
  ['visitor.dial-completed', 'Visitor: after a call'],
  ['visitor.call-scheduled', 'Visitor: call scheduled'],
  ['visitor.cancel-scheduled', 'Visitor: scheduled call cancelled'],
  ['visitor.incoming-dial-completed', 'Visitor: after an incoming call'],
  ['manager.call-completed', 'Manager: after a call'],
  ['user.missed-call-complaint', 'User: complaint about a missed call'],
]);

const voiceNames = new Map([
  ['manager.call', 'Manager: call announced'],
  ['visitor.call', 'Visitor: call announced'],
  ['client.start', 'Client: start of the call'],
  ['client.end_success', 'Client: end of a successful call'],
  ['client.end_failed', 'Client: end of a failed call'],
  ['manager.start', 'Manager: start of the call'],
  ['manager.start_manual', 'Manager: start of a manual call'],
]);

const statusNames = new Map([
  ['new', 'New'],
  ['scheduled', 'Scheduled'],
  ['ringing', 'Ringing'],
  ['in-progress', 'In progress'],
  ['completed', 'Completed'],
  ['manager-failed', 'No manager answered'],
  ['user-failed', 'Visitor did not answer'],
  ['failed', 'Failed'],
  ['cancelled', 'Cancelled'],
]);

/** The plain name of an SMS message; an id that is not known stands for itself. */
export function smsName(messageId: string): string {
  return smsNames.get(messageId) ?? messageId;
}

/** The plain name of a voice message; an id that is not known stands for itself. */
export function voiceName(messageId: string): string {
  return voiceNames.get(messageId) ?? messageId;
}

/** A call's status in plain words; one that is not known stands for itself, in CallPage's word. */
export function callStatusName(status: string): string {
  return statusNames.get(status) ?? (status || 'Status not told');
}
