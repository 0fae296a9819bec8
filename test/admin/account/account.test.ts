import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../../admin/account/device.ts';
import { passwordProblem } from '../../../admin/account/new-password.ts';
import { placeOf } from '../../../admin/account/place.ts';

describe('the address of a page before log-in', () => {
  test.each([
    ['#/setup?token=a-b_c', { path: '/setup', token: 'a-b_c' }],
    ['#/password-reset?token=x%2By', { path: '/password-reset', token: 'x+y' }],
    ['#/units', { path: '/units', token: '' }],
    ['', { path: '/', token: '' }],
  ])('%s', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });
});

describe('a new password', () => {
  test('is told how many characters are missing', () => {
    expect(passwordProblem({ first: 'short', second: 'short' })).toEqual({
      field: 'first',
      message: 'account.tooShort',
      params: { min: 12, count: 5 },
    });
  });

  test('must be typed alike twice', () => {
    expect(passwordProblem({ first: 'a long password', second: 'a long passwort' })?.field).toBe('second');
  });

  test('passes when it is long and typed alike', () => {
    expect(passwordProblem({ first: 'a long password', second: 'a long password' })).toBeNull();
  });
});

describe('a browser’s description', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
      'Edge・Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36', 'Chrome・Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1',
      'Safari・iPhone',
    ],
    ['Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0', 'Firefox・Android'],
    ['curl/8', null],
  ])('%s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});
