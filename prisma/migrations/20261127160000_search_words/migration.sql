-- Words that search knows, for slips of the finger and for what is rare; what attachments say; searches that people keep.
ALTER TABLE "SearchEntry" ADD COLUMN "spelt" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "SearchEntry" ADD COLUMN "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "SearchEntry" ALTER COLUMN "at" DROP DEFAULT;
CREATE INDEX "SearchEntry_kind_at_id_idx" ON "SearchEntry"("kind", "at" DESC, "id" DESC);
DROP INDEX "SearchEntry_scheme_idx";
CREATE INDEX "SearchEntry_spelt_idx" ON "SearchEntry"("spelt");

CREATE TABLE "SearchWord" (
    "stem" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("stem")
);
CREATE INDEX "SearchWord_keys_idx" ON "SearchWord" USING GIN ("keys");

CREATE TABLE "FileText" (
    "sha256" CHAR(64) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "FileText_pkey" PRIMARY KEY ("sha256")
);
ALTER TABLE "File" ADD COLUMN "indexed" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "File_indexed_idx" ON "File"("indexed");

CREATE TABLE "SavedSearch" (
    "personId" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("personId","value")
);
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Comments are found through the same index now.
DROP INDEX "Comment_search";
