// Schemas
