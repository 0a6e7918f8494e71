@echo off
rem Runs the labtest command from a clone.
dotnet run -c Release --project "%~dp0src\LabTest.Cli" -- %*
