/** The people of the demo company. Numbers are of ranges kept for fiction, or are none that a network gives out. */
export interface Person {
  name: string;
  /** the part before the @; null takes calls and cannot sign in */
  mailbox: string | null;
  tel: string;
  role: 'owner' | 'admin' | 'manager';
  zone: 'Europe/Warsaw' | 'Europe/London' | 'America/New_York';
  week: 'office' | 'early' | 'late' | 'lunchBreak' | 'partTime' | 'nights' | 'always';
  extension?: string;
  enabled?: false;
}

const warsaw = { role: 'manager', zone: 'Europe/Warsaw' } as const;
const london = { role: 'manager', zone: 'Europe/London' } as const;
const newYork = { role: 'manager', zone: 'America/New_York' } as const;

export const people: readonly Person[] = [
  { ...warsaw, name: 'Joanna Wysocka', mailbox: 'joanna.wysocka', tel: '+48220001001', role: 'owner', week: 'office' },
  { ...warsaw, name: 'Tomasz Bielak', mailbox: 'tomasz.bielak', tel: '+48220001002', role: 'admin', week: 'office' },
  {
    ...london,
    name: 'Eleanor Whitfield',
    mailbox: 'eleanor.whitfield',
    tel: '+442079460018',
    role: 'admin',
    week: 'office',
  },
  { ...newYork, name: 'Marcus Reed', mailbox: 'marcus.reed', tel: '+12125550142', role: 'admin', week: 'office' },
  { ...warsaw, name: 'Agnieszka Kowalczyk', mailbox: 'agnieszka.kowalczyk', tel: '+48600000105', week: 'early' },
  { ...warsaw, name: 'Piotr Zieliński', mailbox: 'piotr.zielinski', tel: '+48600000106', week: 'late' },
  { ...warsaw, name: 'Katarzyna Mazur', mailbox: 'katarzyna.mazur', tel: '+48600000107', week: 'lunchBreak' },
  { ...warsaw, name: 'Lukas Brandt', mailbox: 'lukas.brandt', tel: '+491713920012', week: 'office' },
  { ...warsaw, name: 'Hannah Vogel', mailbox: 'hannah.vogel', tel: '+491713920034', week: 'lunchBreak' },
  { ...warsaw, name: 'Camille Lefèvre', mailbox: 'camille.lefevre', tel: '+33639980017', week: 'lunchBreak' },
  { ...warsaw, name: 'Giulia Ferraro', mailbox: 'giulia.ferraro', tel: '+390600000111', week: 'late' },
  { ...warsaw, name: 'Lucía Navarro', mailbox: 'lucia.navarro', tel: '+34600000112', week: 'late' },
  { ...warsaw, name: 'Tereza Nováková', mailbox: 'tereza.novakova', tel: '+420600000113', week: 'early' },
  { ...warsaw, name: 'Erik Lindqvist', mailbox: 'erik.lindqvist', tel: '+46701740614', week: 'office' },
  { ...london, name: 'Oliver Hughes', mailbox: 'oliver.hughes', tel: '+447700900115', week: 'office', extension: '15' },
  { ...london, name: 'Priya Raman', mailbox: 'priya.raman', tel: '+447700900116', week: 'late' },
  {
    ...newYork,
    name: 'Danielle Brooks',
    mailbox: 'danielle.brooks',
    tel: '+12125550117',
    week: 'office',
    extension: '204',
  },
  { ...newYork, name: 'Samuel Ortiz', mailbox: 'samuel.ortiz', tel: '+12125550118', week: 'late' },
  { ...london, name: 'Night desk', mailbox: null, tel: '+442079460119', week: 'nights' },
  { ...warsaw, name: 'Marek Sobczak', mailbox: 'marek.sobczak', tel: '+48600000120', week: 'partTime', enabled: false },
];
