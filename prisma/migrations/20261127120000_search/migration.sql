-- Search by words without their endings, over what was asked and answered: one index for all that can be found, written once for each
-- thing said instead of at every act on a case. Rows of what was said before this migration are made by the job "search".
CREATE TABLE "SearchEntry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "scheme" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");
CREATE INDEX "SearchEntry_scheme_idx" ON "SearchEntry"("scheme");
DROP INDEX "Appeal_search";
