// DefaultTemplates
