@echo off
setlocal EnableExtensions DisableDelayedExpansion
rem The packaged Electron can not be started as Node (RunAsNode is off), so the command line takes the computer's own.
rem SECURITY: by its name alone, as by "where", that would be a node.exe of the current folder; so it would be by an entry
rem of PATH that is empty or begins nowhere. Only folders named from their drive on are looked into.
set "node="
set "rest=%PATH:"=%"
:look
if not defined rest goto looked
if not "%rest:~0,1%"==";" goto take
set "rest=%rest:~1%"
goto look
:take
set "now=%rest%"
set "rest="
set "folder="
for /f "tokens=1* delims=;" %%A in ("%now%") do (
  set "folder=%%A"
  set "rest=%%B"
)
if not "%folder:~1,2%"==":\" goto look
if not exist "%folder%\node.exe" goto look
set "node=%folder%\node.exe"
:looked
if not defined node (
  echo usher requires Node 22.12 or later, and none was found. 1>&2
  echo Install it from https://nodejs.org, or use the window. 1>&2
  exit /b 2
)
call :findHere
rem What was set here is no affair of the commands that "usher exec" runs.
endlocal & "%node%" "%here%usher.cjs" %*
exit /b

rem SECURITY: outside of a subroutine this is the current folder when the command was written in quotes.
:findHere
set "here=%~dp0"
exit /b
