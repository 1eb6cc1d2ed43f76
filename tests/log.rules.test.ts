import { describe, expect, it } from '@jest/globals';
import { errorForLog } from '../src/log.js';

describe('an error in the log', () => {
  it('[E1] says what went wrong and where, and nothing of what the statement carried', () => {
    const error = Object.assign(new Error('deadlock detected'), {
      query: 'UPDATE appraisal_comment SET body = $1',
      parameters: ['words that were retracted'],
      driverError: { detail: 'Process 1 waits' },
      code: '40P01',
    });
    const logged = JSON.stringify(errorForLog(error));
    expect(JSON.parse(logged)).toMatchObject({ type: 'Error', message: 'deadlock detected', code: '40P01' });
    expect(logged).toContain('log.rules.test.ts');
    expect(logged).not.toMatch(/retracted|appraisal_comment|waits/);
  });
});
