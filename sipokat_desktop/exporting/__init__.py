"""Writing spreadsheets: what an office takes along into Excel."""
