-- How a body has arranged its own work: kinds of appeals whose answers a second official approves.
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "fourEyes" TEXT[],

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);
