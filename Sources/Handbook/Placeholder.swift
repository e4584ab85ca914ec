// Handbook
