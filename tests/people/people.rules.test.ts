import { describe, expect, it } from '@jest/globals';
import { checkedOrganization, checkedPerson } from '../../src/people/people.rules.js';
import { refused } from '../support/course.js';

const UNIT = '0190a000-0000-7000-8000-000000000001';
const PERSON = { name: ' 李勇 ', post: ' 主任 ', organizationId: UNIT };

describe('a unit', () => {
  it('[P4] has a name, and may belong to another unit', () => {
    expect(checkedOrganization({ name: ' 法官学院 ', parentId: UNIT })).toEqual({ name: '法官学院', parentId: UNIT });
    expect(checkedOrganization({ name: '法官学院', parentId: null })).toEqual({ name: '法官学院', parentId: null });
    expect(checkedOrganization({ name: '法官学院' })).toEqual({ name: '法官学院', parentId: null });
  });

  it.each([
    [{ name: ' ' }, { code: 'INVALID_INPUT', field: 'name', problem: 'empty' }],
    [{ name: 'x'.repeat(101) }, { code: 'INVALID_INPUT', field: 'name', problem: 'tooLong', limit: 100 }],
    [
      { name: 'x', parentId: 'top' },
      { code: 'NOT_FOUND', what: 'organization', id: 'top' },
    ],
  ])('[P4] is refused without a name of 1 to 100 characters, or below nothing: %j', (input, told) => {
    expect(refused(() => checkedOrganization(input))).toEqual(told);
  });
});

describe('a person', () => {
  it('[P4] has a name and a unit; the post may be empty', () => {
    expect(checkedPerson(PERSON)).toEqual({ name: '李勇', post: '主任', organizationId: UNIT });
    expect(checkedPerson({ ...PERSON, post: ' ' })).toEqual({ name: '李勇', post: '', organizationId: UNIT });
  });

  it.each([
    [{ name: '' }, { code: 'INVALID_INPUT', field: 'name', problem: 'empty' }],
    [{ name: 'x'.repeat(101) }, { code: 'INVALID_INPUT', field: 'name', problem: 'tooLong', limit: 100 }],
    [{ post: 'x'.repeat(101) }, { code: 'INVALID_INPUT', field: 'post', problem: 'tooLong', limit: 100 }],
    [{ organizationId: '' }, { code: 'NOT_FOUND', what: 'organization', id: '' }],
  ])('[P4] is refused without a name, with too long a post or without a unit: %j', (change, told) => {
    expect(refused(() => checkedPerson({ ...PERSON, ...change }))).toEqual(told);
  });
});
