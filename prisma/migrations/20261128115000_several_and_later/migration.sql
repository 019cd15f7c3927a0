-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "publicDay" CHAR(10),
ADD COLUMN     "togetherId" UUID;

-- CreateIndex
CREATE INDEX "Appeal_togetherId_idx" ON "Appeal"("togetherId");
