import { expect, test } from 'vitest';
import { guessCountry } from './country-guess.ts';

const manager = (tel: string, timezone?: string) => ({ user: { tel }, business_times: [{ timezone }] });

test('the numbers of a widget’s managers come first, whatever its zone and the other users are', () => {
  const managers = [manager('+48600700800', 'Europe/London'), manager('+48600700801'), manager('+442079460018')];
  expect(guessCountry({ managers }, [{ tel: '+12125550142' }])).toEqual({
    country: 'PL',
    from: 'the numbers of this widget’s managers',
  });
});

test('where they tell nothing, the zone of the hours does, and then the account’s users', () => {
  const users = [{ tel: '+12125550142' }];
  expect(guessCountry({ managers: [manager('', 'Europe/Warsaw')] }, users)).toMatchObject({ country: 'PL' });
  expect(guessCountry({ managers: [manager('', 'UTC')] }, users)).toMatchObject({ country: 'US' });
  expect(guessCountry(undefined, users)).toEqual({ country: 'US', from: 'the numbers of your users' });
});

test('of two countries that are as likely none is guessed, and none of nothing', () => {
  const managers = [manager('+48600700800'), manager('+442079460018')];
  expect(guessCountry({ managers })).toBeUndefined();
  expect(guessCountry(undefined)).toBeUndefined();
});
