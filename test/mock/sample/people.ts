import type { Agency, Role, Unit, User } from '../../../sync/model/index.ts';
import { idOf, stamp } from './ids.ts';

const places = ['青山', '長河', '松林', '海田', '石橋', '竹溪', '南埔', '雲谷', '新港', '桂園', '湖東', '平原'];
const sections = ['行政課', '民政課', '社會課', '建設課', '農業課', '財務課', '人事室', '主計室', '秘書室', '資訊課'];

/** A bureau on top and agencies below it. */
export function agenciesOf(count: number): readonly Agency[] {
  return Array.from({ length: count }, (_, n) => ({
    id: idOf('agency', n),
    ...stamp(n),
    name: n === 0 ? '山海縣政府（範例）' : `${places[(n - 1) % places.length]}鄉公所（範例${n}）`,
    parentId: n === 0 ? null : idOf('agency', 0),
    email: null,
    disabled: false,
  }));
}

export function unitsOf(agencies: readonly Agency[], perAgency: number): readonly Unit[] {
  return agencies.flatMap((agency, a) =>
    Array.from({ length: perAgency }, (_, position) => {
      const n = a * perAgency + position;
      const name = sections[position] ?? `第${position + 1}課`;
      return {
        id: idOf('unit', n),
        ...stamp(n),
        agencyId: agency.id,
        name,
        aliases: position % 3 === 0 ? [name.replace(/.$/, '')] : [],
        position,
        disabled: false,
      };
    }),
  );
}

const agencyRoles: readonly Role[] = ['administrator', 'secretariat', 'head', 'auditor'];
const titles: Readonly<Record<Role, string>> = {
  administrator: '系統管理',
  secretariat: '研考',
  head: '首長',
  auditor: '稽核',
  chief: '課長',
  officer: '承辦',
};

/** Four people for each agency as a whole, and for each section a chief and an officer. */
export function usersOf(agencies: readonly Agency[], units: readonly Unit[]): readonly User[] {
  const posts = agencies.flatMap(agency => [
    ...agencyRoles.map(role => ({ agencyId: agency.id, unitId: null, role })),
    ...units
      .filter(unit => unit.agencyId === agency.id)
      .flatMap(unit => (['chief', 'officer'] as const).map(role => ({ agencyId: agency.id, unitId: unit.id, role }))),
  ]);
  return posts.map((post, n) => ({
    id: idOf('user', n),
    ...stamp(n),
    ...post,
    account: `${post.role}${n}`,
    name: `${titles[post.role]}${n}號`,
    email: n % 3 === 0 ? null : `${post.role}${n}@example.tw`,
    locale: n % 5 === 4 ? 'en' : 'zh-TW',
    disabled: n % 17 === 16,
    mustChangePassword: n % 7 === 6,
    lockedUntil: null,
    lastLoginAt: n % 2 === 0 ? null : stamp(n).createdAt,
  }));
}
