-- A comment says from which last day it is counted: the one it was made under, or the one it was moved to.
ALTER TABLE "Comment" ADD COLUMN "closesDay" CHAR(10);
UPDATE "Comment" c SET "closesDay" = (
  SELECT e.payload ->> 'closesDay' FROM "Event" e
   WHERE e.stream = 'comment:' || c.id AND e.type IN ('comment.made', 'comment.due_moved')
   ORDER BY e.version DESC LIMIT 1);
ALTER TABLE "Comment" ALTER COLUMN "closesDay" SET NOT NULL;

-- The last word on "no comment is counted from a last day that has moved", whatever runs at the same moment: a comment holds the round
-- until it is stored (others may hold it too), finds the last day that it was decided upon, or is decided again. Whoever moves the day
-- holds the round alone (app/data/holding).
CREATE OR REPLACE FUNCTION comment_needs_living_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  round RECORD;
BEGIN
  -- Writing a comment again (moderated, answered) is an update in this trigger's clothes.
  IF EXISTS (SELECT 1 FROM "Comment" WHERE id = NEW.id) THEN
    RETURN NEW;
  END IF;
  SELECT phase, "closesDay" INTO round FROM "Round" WHERE id = NEW."roundId" FOR SHARE;
  IF NOT FOUND OR round.phase = 'completed' THEN
    RAISE EXCEPTION 'the round is completed' USING ERRCODE = 'KN001';
  END IF;
  IF round."closesDay" <> NEW."closesDay" THEN
    RAISE EXCEPTION 'the last day for comments has moved' USING ERRCODE = 'KN003';
  END IF;
  RETURN NEW;
END $$;
