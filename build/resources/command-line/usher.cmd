@echo off
rem The packaged Electron can not be started as Node (RunAsNode is off), so the command line takes the computer's own.
where node >nul 2>nul
if errorlevel 1 (
  echo usher: The command line runs on Node 22.12 or newer, and there is no node here. 1>&2
  echo Install it from https://nodejs.org, or use the window. 1>&2
  exit /b 2
)
node "%~dp0usher.cjs" %*
