-- Steps on the way of a case that its events tell of; where it came from is known of those that are there already.
ALTER TABLE "Appeal" ADD COLUMN "steps" JSONB NOT NULL DEFAULT '{}';
UPDATE "Appeal" a SET "steps" = jsonb_build_object('arrived', e.payload ->> 'arrivedBy')
  FROM "Event" e WHERE e.stream = 'appeal:' || a.id AND e.version = 1 AND e.payload ->> 'arrivedBy' <> 'filing';
