-- Templates of answers.
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "requirements" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Template_bodyId_kind_idx" ON "Template"("bodyId", "kind");
