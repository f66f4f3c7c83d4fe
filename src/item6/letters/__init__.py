"""Letters and statements that organisations sign: their texts, their signatories, the forms in which they go out.

Pure: values in, documents out. Who signs, confirms and withdraws is kept by the web application.
"""
