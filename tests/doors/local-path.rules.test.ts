import { describe, expect, it } from '@jest/globals';
import { localPath } from '../../src/doors/local-path.js';

describe('the page to go to after signing in', () => {
  it.each(['/', '/board/1', '/admin?tab=trail', '/a//b', '/%2F%2Fevil.example'])('[N13] may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    7,
    ['/a'],
    '',
    'board',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/./\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '//[',
    `/${'x'.repeat(500)}`,
  ])('[N13] is the first page instead of %j', (given) => {
    expect(localPath(given)).toBe('/');
  });
});
