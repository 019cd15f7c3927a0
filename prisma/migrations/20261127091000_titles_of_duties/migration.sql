-- What a duty is about has a name in each state language where there are two: whoever reads chooses.
ALTER TABLE "Obligation" ADD COLUMN "titleRu" TEXT;
UPDATE "Obligation" o SET title = r."titleKk", "titleRu" = r."titleRu" FROM "Round" r WHERE o.stream = 'round:' || r.id;
UPDATE "Obligation" o SET title = r."titleKk", "titleRu" = r."titleRu"
  FROM "Comment" c JOIN "Round" r ON r.id = c."roundId" WHERE o.stream = 'comment:' || c.id;
