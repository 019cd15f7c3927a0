-- What the stage of a round is told from in a list, without reading the whole fold of each.
ALTER TABLE "Round" ADD COLUMN     "followed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "grouped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "viewed" BOOLEAN NOT NULL DEFAULT false;

-- Search over what comments say; 'simple' keeps all three languages whole, queries match by word beginnings.
CREATE INDEX "Comment_search" ON "Comment" USING gin (to_tsvector('simple', "number" || ' ' || "text" || ' ' || "wording"));
