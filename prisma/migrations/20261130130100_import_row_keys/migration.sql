-- Each row of a table keeps by what it is known again once it was done, and what else there is to say of it.
ALTER TABLE "ImportRow" ADD COLUMN "key" TEXT, ADD COLUMN "note" TEXT;
