/** What a dropped file is for. `skip`: it is not used. */
export const fileRoles = [
  'incidents',
  'boundary',
  'streets',
  'context',
  'categories',
  'study',
  'mapping',
  'skip',
] as const;
export type FileRole = (typeof fileRoles)[number];

export interface DroppedFile {
  name: string;
  file: File;
  role: FileRole;
}
