-- DropIndex
DROP INDEX "Letter_personId_createdAt_idx";

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "digestId" UUID,
ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "pace" TEXT NOT NULL DEFAULT 'at_once',
ADD COLUMN     "stopToken" TEXT NOT NULL DEFAULT replace((gen_random_uuid())::text, '-'::text, ''::text),
ADD COLUMN     "workingHours" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Mute" (
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mute_pkey" PRIMARY KEY ("personId","what","value")
);

-- CreateIndex
CREATE INDEX "Letter_personId_createdAt_id_idx" ON "Letter"("personId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Letter_personId_readAt_idx" ON "Letter"("personId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_stopToken_key" ON "Person"("stopToken");

-- AddForeignKey
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was written before there were notices is no news to anybody.
UPDATE "Letter" SET "readAt" = "createdAt";
