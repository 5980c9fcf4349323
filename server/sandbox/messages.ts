/** What a message says, and whether it is sent, while nobody has customised it. */
export interface DefaultSms {
  messageId: string;
  enabled: boolean;
  text: string;
}

const enabledByDefault = {
  'visitor.dial-completed': true,
  'visitor.call-scheduled': true,
  'visitor.cancel-scheduled': true,
  'visitor.incoming-dial-completed': false,
  'manager.call-completed': false,
  'user.missed-call-complaint': true,
};
export type SmsId = keyof typeof enabledByDefault;

const english: Record<SmsId, string> = {
  'visitor.dial-completed': 'Thank you for the call. You talked to :name from :company_name. You can reach us at :tel.',
  'visitor.call-scheduled': ':company_name will call you back at the time you chose. :url',
  'visitor.cancel-scheduled': 'Your call with :company_name is cancelled. You can order another one at :url',
  'visitor.incoming-dial-completed': 'Thank you for calling :company_name. Visit us at :url',
  'manager.call-completed': 'The call with :tel from :url is completed.',
  'user.missed-call-complaint': 'A call from :tel at :url was missed. Please call back.',
};

/** By the widget's language; a language that is missing here has the English texts. */
const translated: Readonly<Record<string, Record<SmsId, string>>> = {
  pl: {
    'visitor.dial-completed': 'Dziękujemy za rozmowę. Rozmawiali Państwo z: :name, :company_name. Nasz numer: :tel.',
    'visitor.call-scheduled': ':company_name oddzwoni o wybranej godzinie. :url',
    'visitor.cancel-scheduled': 'Rozmowa z :company_name została odwołana. Nową można zamówić na :url',
    'visitor.incoming-dial-completed': 'Dziękujemy za telefon do :company_name. Zapraszamy na :url',
    'manager.call-completed': 'Rozmowa z :tel ze strony :url została zakończona.',
    'user.missed-call-complaint': 'Nieodebrane połączenie od :tel ze strony :url. Prosimy oddzwonić.',
  },
  de: {
    'visitor.dial-completed': 'Danke für das Gespräch mit :name von :company_name. Sie erreichen uns unter :tel.',
    'visitor.call-scheduled': ':company_name ruft Sie zur gewählten Zeit zurück. :url',
    'visitor.cancel-scheduled': 'Ihr Anruf mit :company_name ist abgesagt. Einen neuen vereinbaren Sie auf :url',
    'visitor.incoming-dial-completed': 'Danke für Ihren Anruf bei :company_name. Besuchen Sie uns auf :url',
    'manager.call-completed': 'Der Anruf mit :tel von :url ist beendet.',
    'user.missed-call-complaint': 'Ein Anruf von :tel auf :url wurde verpasst. Bitte rufen Sie zurück.',
  },
  fr: {
    'visitor.dial-completed': 'Merci de votre appel avec :name de :company_name. Joignez-nous au :tel.',
    'visitor.call-scheduled': ':company_name vous rappellera à l’heure choisie. :url',
    'visitor.cancel-scheduled': 'Votre appel avec :company_name est annulé. Prenez un autre rendez-vous sur :url',
    'visitor.incoming-dial-completed': 'Merci d’avoir appelé :company_name. Retrouvez-nous sur :url',
    'manager.call-completed': 'L’appel avec :tel depuis :url est terminé.',
    'user.missed-call-complaint': 'Un appel de :tel sur :url a été manqué. Merci de rappeler.',
  },
  es: {
    'visitor.dial-completed': 'Gracias por hablar con :name de :company_name. Puede llamarnos al :tel.',
    'visitor.call-scheduled': ':company_name le llamará a la hora elegida. :url',
    'visitor.cancel-scheduled': 'Su llamada con :company_name está cancelada. Puede pedir otra en :url',
    'visitor.incoming-dial-completed': 'Gracias por llamar a :company_name. Visítenos en :url',
    'manager.call-completed': 'La llamada con :tel desde :url ha terminado.',
    'user.missed-call-complaint': 'Se perdió una llamada de :tel en :url. Por favor, devuelva la llamada.',
  },
};

/** Every SMS of a widget of this language, as it is before anybody customises it. */
export function defaultSms(localeCode: string): DefaultSms[] {
  const texts = translated[localeCode] ?? english;
  return smsIds.map((messageId) => ({ messageId, enabled: enabledByDefault[messageId], text: texts[messageId] }));
}

export const smsIds = [
  'visitor.dial-completed',
  'visitor.call-scheduled',
  'visitor.cancel-scheduled',
  'visitor.incoming-dial-completed',
  'manager.call-completed',
  'user.missed-call-complaint',
] as const satisfies readonly SmsId[];

/** Played by default, each with the API's built-in recording. */
export const voiceIds = [
  'manager.call',
  'visitor.call',
  'client.start',
  'client.end_success',
  'client.end_failed',
  'manager.start',
  'manager.start_manual',
] as const;
