import type { LocaleCode } from '#src/domain/locales.ts';

/** The demo company's websites. People are counted from 1, in the order of `people.ts`. */
export interface Site {
  url: string;
  description: string;
  locale: LocaleCode;
  people: readonly number[];
  /** days ago that the snippet was first seen on the page; null: never */
  installed: number | null;
  /** where its visitors call from: a number without its last digits */
  visitors: string;
  enabled?: false;
  smsName?: string;
  settings?: Record<string, string | number | boolean>[];
}

export const sites: readonly [Site, ...Site[]] = [
  {
    url: 'https://www.solvana.example',
    description: 'Main site: photovoltaics and heat pumps',
    locale: 'en',
    people: [3, 15, 16, 19],
    installed: 540,
    visitors: '+4420794605',
    smsName: 'Solvana',
    settings: [{ countdown_seconds: 28 }, { call_recording: true }, { position: 'bottom-right' }],
  },
  {
    url: 'https://www.solvana-polska.example',
    description: 'Polska: fotowoltaika i magazyny energii',
    locale: 'pl',
    people: [1, 2, 5, 6, 7],
    installed: 533,
    visitors: '+4860000',
    smsName: 'Solvana PL',
    settings: [{ countdown_seconds: 55 }, { show_on_mobile: true }],
  },
  {
    url: 'https://www.solvana-deutschland.example',
    description: 'Deutschland: Wärmepumpen und Beratung',
    locale: 'de',
    people: [8, 9],
    installed: 410,
    visitors: '+493023125',
    smsName: 'Solvana DE',
  },
  {
    url: 'https://solaire-maison.example',
    description: 'France: panneaux solaires pour particuliers',
    locale: 'fr',
    people: [10],
    installed: 322,
    visitors: '+3319900',
  },
  {
    url: 'https://casa-solare.example',
    description: 'Italia: impianti fotovoltaici e incentivi',
    locale: 'it',
    people: [11],
    installed: 290,
    visitors: '+390600000',
  },
  {
    url: 'https://hogar-solar.example/presupuesto',
    description: 'España: presupuesto en 24 horas',
    locale: 'es',
    people: [12],
    installed: 277,
    visitors: '+3460000',
    enabled: false,
  },
  {
    url: 'https://shop.solvana.example',
    description: 'Online shop: inverters, batteries, wallboxes',
    locale: 'en',
    people: [15, 16, 17, 18],
    installed: 198,
    visitors: '+4477009007',
    settings: [{ auto_open_after: 20 }],
  },
  {
    url: 'https://us.solvana.example',
    description: 'United States: residential solar',
    locale: 'en',
    people: [4, 17, 18],
    installed: 171,
    visitors: '+121255501',
    smsName: 'Solvana US',
  },
  {
    url: 'https://teplo-domova.example',
    description: 'Česko: tepelná čerpadla',
    locale: 'cz',
    people: [13],
    installed: 64,
    visitors: '+42060000',
  },
  {
    url: 'https://solvana-norden.example',
    description: 'Norden: solceller och värmepumpar',
    locale: 'se',
    people: [14],
    installed: 21,
    visitors: '+4684650',
  },
  {
    url: 'https://partners.solvana.example',
    description: 'Installer partners: support line',
    locale: 'en',
    people: [20],
    installed: null,
    visitors: '+442079460',
    enabled: false,
  },
  {
    url: 'https://careers.solvana.example',
    description: 'Careers: talk to a recruiter',
    locale: 'en',
    people: [],
    installed: null,
    visitors: '+447700900',
  },
];
