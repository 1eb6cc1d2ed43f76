import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A unit; units form a tree through `parentId`. */
@Entity('organization')
@Check('organization_not_own_parent', 'parent_id <> id')
export class OrganizationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  @Index('organization_parent')
  @ForeignKey('OrganizationRow', { name: 'organization_parent_fk' })
  parentId!: string | null;

  @Column('text')
  name!: string;
}
