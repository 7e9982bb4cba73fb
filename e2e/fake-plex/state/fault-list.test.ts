import { describe, expect, test } from 'vitest';
import { FaultList, type Fault } from './fault-list.ts';

const action: Fault['action'] = { status: 500 };

describe('which requests a fault strikes', () => {
  const strikes = (match: Fault['match'], host: string, method: string, path: string): boolean => {
    const faults = new FaultList();
    faults.add({ match, action });
    return faults.strike(host, method, path) !== undefined;
  };

  test('all of them, when nothing is given', () => {
    expect(strikes({}, 'plex', 'GET', '/')).toBe(true);
  });

  test('those of one host and one method, the method in any case', () => {
    expect(strikes({ host: 'plex', method: 'post' }, 'plex', 'POST', '/x')).toBe(true);
    expect(strikes({ host: 'plex', method: 'post' }, 'plex', 'GET', '/x')).toBe(false);
    expect(strikes({ host: 'Attic' }, 'plex', 'GET', '/x')).toBe(false);
  });

  test('those of a path, of a prefix, or of a pattern', () => {
    expect(strikes({ path: '/api/v2/pins' }, 'plex', 'GET', '/api/v2/pins/1')).toBe(false);
    expect(strikes({ path: '/api/v2/pins*' }, 'plex', 'GET', '/api/v2/pins/1')).toBe(true);
    expect(strikes({ path: '^/api/v2/pins/\\d+$' }, 'plex', 'GET', '/api/v2/pins/1')).toBe(true);
    expect(strikes({ path: '^/api/v2/pins/\\d+$' }, 'plex', 'GET', '/api/v2/pins/qr')).toBe(false);
  });

  test('the oldest first, and the next once that is spent', () => {
    const faults = new FaultList();
    const first = faults.add({ match: {}, times: 1, action });
    const second = faults.add({ match: {}, action });
    const struck = [1, 2, 3].map(() => faults.strike('plex', 'GET', '/')?.id);
    expect(struck).toEqual([first, second, second]);
    expect(faults.list()).toMatchObject([{ id: second, struck: 2 }]);
  });
});
