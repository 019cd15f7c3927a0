// Where Prisma's own tools find the schema. Kenes migrates itself at start (app/data/migrate.ts).
import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
