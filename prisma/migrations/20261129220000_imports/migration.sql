-- Tables of bodies and organisations that administrators bring along, row by row, with what became of each.
CREATE TABLE "Import" (
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "personId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "appliedAt" TIMESTAMPTZ(3),
  "undoneAt" TIMESTAMPTZ(3),
  CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ImportRow" (
  "importId" UUID NOT NULL,
  "line" INTEGER NOT NULL,
  "values" JSONB NOT NULL,
  "state" TEXT NOT NULL,
  "objectId" UUID,
  "before" JSONB,
  "after" JSONB,
  "problem" TEXT,
  CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId", "line"),
  CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
