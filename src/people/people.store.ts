import type { EntityManager } from 'typeorm';
import type { Context } from '../context.js';
import { refuseUnless } from '../errors.js';
import { OrganizationRow } from './organization.entity.js';
import { PersonRow } from './person.entity.js';

type Services = Pick<Context, 'act' | 'write'>;

/** Two moves at once could make a ring that neither sees, so the tree is changed by one at a time. */
const lockTree = (manager: EntityManager) =>
  manager.query("SELECT pg_advisory_xact_lock(hashtextextended('organization tree', 0))");

/** A unit can't belong to itself or to a unit below it. [P5] */
async function refuseRing(manager: EntityManager, { id, parentId }: OrganizationRow): Promise<void> {
  if (parentId === null) return;
  const above: { id: string }[] = await manager.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM organization WHERE id = $1
       UNION SELECT o.id, o.parent_id FROM organization o JOIN above ON o.id = above.parent_id)
     SELECT id FROM above`,
    [parentId],
  );
  refuseUnless(!above.some((unit) => unit.id === id), 'CYCLE');
}

/** What a board shows of a person or a unit is told to every meeting that is not over, in the same transaction. [P6] */
async function announce({ write }: Services, manager: EntityManager, id: string): Promise<void> {
  const touched: { id: string }[] = await manager.query(
    `SELECT id FROM meeting m WHERE status NOT IN ('CLOSED', 'ARCHIVED') AND (m.organization_id = $1 OR EXISTS (
       SELECT FROM participant JOIN person ON person.id = person_id
       WHERE meeting_id = m.id AND $1 IN (person.id, person.organization_id)))`,
    [id],
  );
  await write.announce(
    manager,
    touched.map((meeting) => meeting.id),
    { type: 'PeopleUpdated' },
  );
}

export function changeOrganization(
  services: Services,
  row: OrganizationRow,
  isUpdate = false,
): Promise<OrganizationRow> {
  const action = isUpdate ? 'updateOrganization' : 'createOrganization';
  return services.act({ action, subjectId: row.id }, async (manager) => {
    await lockTree(manager);
    await refuseRing(manager, row);
    await put(manager, OrganizationRow, 'organization', row, isUpdate);
    if (isUpdate) await announce(services, manager, row.id);
    return row;
  });
}

export function changePerson(services: Services, row: PersonRow, isUpdate = false): Promise<PersonRow> {
  const action = isUpdate ? 'updatePerson' : 'createPerson';
  return services.act({ action, subjectId: row.id }, async (manager) => {
    await put(manager, PersonRow, 'person', row, isUpdate);
    if (isUpdate) await announce(services, manager, row.id);
    return row;
  });
}

type Thing = typeof OrganizationRow | typeof PersonRow;

async function put(
  manager: EntityManager,
  entity: Thing,
  what: string,
  row: { id: string },
  isUpdate: boolean,
): Promise<void> {
  if (!isUpdate) {
    await manager.insert(entity, row);
    return;
  }
  const { affected } = await manager.update(entity, { id: row.id }, row);
  refuseUnless(affected === 1, 'NOT_FOUND', { what, id: row.id });
}

/** A unit or person that something refers to is not deleted. [P7] */
const remove = ({ act }: Services, action: string, entity: Thing, what: string, id: string): Promise<boolean> =>
  act({ action, subjectId: id }, async (manager) => {
    const { affected } = await manager.delete(entity, { id });
    refuseUnless(affected === 1, 'NOT_FOUND', { what, id });
    return true;
  });

export const removeOrganization = (services: Services, id: string) =>
  remove(services, 'deleteOrganization', OrganizationRow, 'organization', id);

export const removePerson = (services: Services, id: string) =>
  remove(services, 'deletePerson', PersonRow, 'person', id);
