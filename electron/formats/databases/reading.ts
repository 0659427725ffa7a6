import { Problem } from '../../../shared/model/problem.ts';
import type { IncomingFile } from '../../ops/operation.ts';
import type { ForeignTables, GivenNames, OpenTables, ProjectReading } from '../projectFormat.ts';
import { createReading } from '../refi/context.ts';
import { readProject } from '../refi/readProject.ts';
import type { XmlElement } from '../refi/xml.ts';

/** Reads a database whose tables `tell` tells as a project. A Problem `no-project-inside` where it has not the tables that such a project has. */
export async function readTables(format: string, origin: string, file: IncomingFile, names: GivenNames, open: OpenTables, needed: readonly string[], tell: (tables: ForeignTables, title: string) => XmlElement): Promise<ProjectReading> {
  const tables = open(file);
  try {
    if (!needed.every((table) => tables.has(table))) throw new Problem('no-project-inside', { file: file.name });
    const title = file.name.replace(/(?:\.qda)?\.[^.]*$/i, '');
    const reading = createReading({ file: file.name, origin, names, moment: Date.now(), entry: () => null, size: () => null });
    return { format, origin, ...await readProject(reading, tell(tables, title)) };
  } finally { tables.close(); }
}
