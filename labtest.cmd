@echo off
rem Runs the labtest command from a clone; builds it first where that is needed.
if not exist "%~dp0src\LabTest.Cli\bin\Release\net10.0\LabTest.Cli.dll" echo Building the labtest command: a minute or more the first time. 1>&2
dotnet run -c Release --project "%~dp0src\LabTest.Cli" -- %*
