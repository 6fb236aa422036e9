@echo off
rem Run infopage of this clone on Windows from any folder, such as: scripts\infopage check
rem Makes the environment .venv when it is missing or older than the locked requirements; needs Python 3.11 or later.
setlocal
chcp 65001 >nul
set "ROOT=%~dp0.."
set "VENV=%~dp0..\.venv"
set "PYTHONUTF8=1"
set "NO_MKDOCS_2_WARNING=1"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "PYTHONHOME="

rem Commands that read pictures, PDF and Office files or that publish need more packages than a build does.
set "NEEDED=build"
for %%C in (attest clean guard install-hook package pages publish sign verify) do if "%~1"=="%%C" set "NEEDED=release"

fc /b "%ROOT%\requirements\%NEEDED%.txt" "%VENV%\%NEEDED%.lock" >nul 2>nul
if not errorlevel 1 goto run

set "FOUND="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "FOUND=py -3"
if not defined FOUND python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "FOUND=python"
if defined PYTHON set "FOUND="%PYTHON%""
if not defined FOUND (
    echo lỗi: cần Python từ 3.11; hãy tải ở https://www.python.org/ rồi chạy lại 1>&2
    exit /b 1
)
echo → chuẩn bị môi trường Python riêng trong .venv ^(lần đầu có thể mất vài phút^) 1>&2
if not exist "%VENV%\Scripts\python.exe" %FOUND% -m venv "%VENV%"
if not exist "%VENV%\Scripts\python.exe" (
    echo lỗi: không tạo được .venv 1>&2
    exit /b 1
)
del /q "%VENV%\*.lock" >nul 2>nul
rem Install pip and setuptools first: they build the one package that is distributed as source.
for %%L in (pip %NEEDED%) do (
    "%VENV%\Scripts\python.exe" -m pip install --quiet --require-hashes --no-build-isolation --requirement "%ROOT%\requirements\%%L.txt"
    if errorlevel 1 (
        echo lỗi: chưa cài được các gói; hãy xem lại mạng rồi chạy lại 1>&2
        exit /b 1
    )
)
rem The package itself is a relative path in site-packages, so the clone may be moved.
>"%VENV%\Lib\site-packages\infopage.pth" echo ../../../hooks
copy /y "%ROOT%\requirements\build.txt" "%VENV%\build.lock" >nul
copy /y "%ROOT%\requirements\%NEEDED%.txt" "%VENV%\%NEEDED%.lock" >nul

:run
"%VENV%\Scripts\python.exe" -P -m infopage.cli --root "%ROOT%" %*
exit /b %errorlevel%
