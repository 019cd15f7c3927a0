-- What is put together of all bodies is restated too: of such a restatement there is no body.
ALTER TABLE "ScoreRestatement" ALTER COLUMN "bodyId" DROP NOT NULL;
